/** The promise to tell a candidate about one change. */
export const noticeKey = (interviewId: number, eventId: number) =>
  `notice:${interviewId}:${eventId}`

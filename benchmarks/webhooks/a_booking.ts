import type { Booking } from '#interviews/models/interview'
import { DateTime } from 'luxon'

export const aBooking = (candidateId: number): Booking => ({
  candidateId,
  title: 'Entrevista técnica',
  interviewType: 'video',
  startsAt: DateTime.utc().startOf('hour').plus({ days: 2 }),
  timeZone: 'America/Sao_Paulo',
  durationMinutes: 60,
  meetingUrl: 'https://video.example/entrevista',
  description: 'Traga um documento com foto.',
})

/** When the team is there on one weekday, on the company's clock. */
export interface WeekWindow {
  /** Monday is 1, Sunday 7. */
  weekday: number
  /** `HH:mm` */
  from: string
  to: string
}

import { appUrl } from '#config/app'
import type Interview from '#interviews/models/interview'
import type { DateTime } from 'luxon'

/** RFC 5545 counts bytes; a line goes on after a line break and a space. */
const LONGEST_LINE = 75

/**
 * One interview for a person's own calendar (RFC 5545). The same UID with a higher SEQUENCE replaces what they saved before.
 */
export function calendarFile(interview: Interview, company: string) {
  const { title, location, meetingUrl, description } = interview
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Convoca//Convoca//PT',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:interview-${interview.id}@${new URL(appUrl).hostname}`,
    `SEQUENCE:${interview.revision}`,
    `DTSTAMP:${instant(interview.updatedAt)}`,
    `DTSTART:${instant(interview.startsAt)}`,
    `DTEND:${instant(interview.endsAt)}`,
    `SUMMARY:${text(`${title} | ${company}`)}`,
    ...(location ? [`LOCATION:${text(location)}`] : []),
    ...(!location && meetingUrl ? [`LOCATION:${text(meetingUrl)}`] : []),
    ...(meetingUrl ? [`URL:${meetingUrl.replace(/[\r\n]/g, '')}`] : []),
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    `STATUS:${interview.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

const instant = (at: DateTime) => at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")

const text = (value: string) =>
  value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')

/** Never within a character. */
function folded(line: string) {
  const parts = ['']
  for (const character of line) {
    const room = LONGEST_LINE - (parts.length > 1 ? 1 : 0)
    const isFull = Buffer.byteLength(parts.at(-1)! + character) > room
    if (isFull) parts.push(character)
    else parts[parts.length - 1] += character
  }
  return parts.join('\r\n ')
}

import { spokenAnswer } from '#answers/spoken_answer'
import { ACCEPTS_LABELS } from '#contacts/consent'
import { formatPhone } from '#contacts/format_phone'
import { LOCALE_LABELS } from '#contacts/locales'
import { spokenConsent } from '#contacts/spoken_consent'
import { conversationChannels, mentionChannel } from '#conversations/channels'
import { mediaState } from '#conversations/kept_files'
import { mediaName, messageLine } from '#conversations/message_line'
import { conversationMark } from '#conversations/conversation_marks'
import { WHY_NOT } from '#conversations/composer'
import { dayLead, dayTitle, threadDay } from '#core/day_words'
import { zoneLabel } from '#core/time_zones'
import { toHtml } from '#core/whatsapp_markup'
import { interviewMark } from '#interviews/interview_marks'
import { TYPE_LABELS } from '#interviews/interview_status'
import { byCandidate, spokenChanges, spokenEvent } from '#interviews/spoken_event'
import { countText, messageName } from '#messages/message_words'
import edge from 'edge.js'

/**
 * How pages put the domains' values into words.
 */
edge.global('phoneText', formatPhone)
edge.global('localeLabels', LOCALE_LABELS)
edge.global('acceptsLabels', ACCEPTS_LABELS)
edge.global('spokenConsent', spokenConsent)
edge.global('zoneLabel', zoneLabel)
edge.global('dayTitle', dayTitle)
edge.global('dayLead', dayLead)
edge.global('threadDay', threadDay)
edge.global('interviewMark', interviewMark)
edge.global('interviewTypes', TYPE_LABELS)
edge.global('spokenEvent', spokenEvent)
edge.global('byCandidate', byCandidate)
edge.global('spokenAnswer', spokenAnswer)
edge.global('spokenChanges', spokenChanges)
edge.global('mediaName', mediaName)
edge.global('mediaState', mediaState)
edge.global('messageLine', messageLine)
edge.global('conversationMark', conversationMark)
edge.global('conversationChannels', conversationChannels)
edge.global('mentionChannel', mentionChannel)
edge.global('whyNotWrite', WHY_NOT)
edge.global('messageName', messageName)
edge.global('countText', countText)
edge.global('whatsappText', (text: string) => edge.globals.html.safe(toHtml(text)))

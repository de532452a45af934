import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Hangs the domains on one another where the arrows of the map forbid an import.
 */
export default class DomainsProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    const { default: Interview } = await import('#interviews/models/interview')
    const { default: InterviewEvent } = await import('#interviews/models/interview_event')
    const { default: Contact } = await import('#contacts/models/contact')
    const { forgetAnswers } = await import('#api/v1/forget_answers')
    const { forgetContact } = await import('#messages/forget_contact')
    const { InterviewNotifier } = await import('#notifications/interview_notifier')
    const { interviewSubject } = await import('#notifications/interview_subject')
    const { registerSubject } = await import('#messages/message_subject')
    const { forgetCalls } = await import('#webhooks/forget_calls')

    const { forgetWishes } = await import('#answers/forget_wishes')
    const { heedAnswer } = await import('#answers/heed_answer')
    const { default: Message } = await import('#messages/models/message')
    const { expectFiles, nameFiles } = await import('#media/expect_files')
    const { forgetFiles } = await import('#media/forget_files')
    const { listenToInbound } = await import('#messages/inbound_listener')
    const { autoReplySubject } = await import('#replies/auto_reply_subject')
    const { takeOver } = await import('#replies/take_over')

    const { dropScheduled, scheduledReplySubject } = await import('#conversations/scheduled_reply')
    const { forgetNotes } = await import('#conversations/forget_notes')

    registerSubject(interviewSubject)
    registerSubject(scheduledReplySubject)
    registerSubject(autoReplySubject)
    // Whoever settles what was written is the last to hear of it.
    listenToInbound(dropScheduled)
    listenToInbound(heedAnswer)
    listenToInbound(takeOver)
    Message.boot()
    Message.before('create', (message) => nameFiles(message))
    Message.after('create', (message) => expectFiles(message))
    Contact.boot()
    Contact.before('update', (contact) => forgetFiles(contact))
    // The numbers a person had are read from their messages, so those forget last.
    Contact.before('update', (contact) => forgetCalls(contact))
    Contact.before('update', (contact) => forgetAnswers(contact))
    Contact.before('update', (contact) => forgetContact(contact))
    Contact.before('update', (contact) => forgetWishes(contact))
    Contact.before('update', (contact) => forgetNotes(contact))
    Interview.boot()
    Interview.before('create', (interview) => InterviewNotifier.expect(interview))
    InterviewEvent.boot()
    InterviewEvent.after('create', (event) => InterviewNotifier.notify(event))
  }
}

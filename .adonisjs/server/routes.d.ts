import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'event_stream': { paramsTuple?: []; params?: {} }
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
    'api.v1.openapi_documents.show': { paramsTuple?: []; params?: {} }
    'api.v1.tokens.store': { paramsTuple?: []; params?: {} }
    'api.v1.tokens.destroy': { paramsTuple?: []; params?: {} }
    'api.v1.conversations.index': { paramsTuple?: []; params?: {} }
    'api.v1.conversations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.conversation_messages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.conversation_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.conversation_assignees.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.conversation_statuses.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.notes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.notes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.teams.index': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.index': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.store': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.contacts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.contacts.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.consents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.consents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.interviews.index': { paramsTuple?: []; params?: {} }
    'api.v1.interviews.store': { paramsTuple?: []; params?: {} }
    'api.v1.interview_batches.store': { paramsTuple?: []; params?: {} }
    'api.v1.interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.interviews.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.confirmations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.completions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.no_shows.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.timelines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.messages.index': { paramsTuple?: []; params?: {} }
    'api.v1.messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.sent_marks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.index': { paramsTuple?: []; params?: {} }
    'api.v1.senders.store': { paramsTuple?: []; params?: {} }
    'api.v1.senders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.docs': { paramsTuple?: []; params?: {} }
    'contacts.index': { paramsTuple?: []; params?: {} }
    'contacts.export': { paramsTuple?: []; params?: {} }
    'contacts.create': { paramsTuple?: []; params?: {} }
    'contacts.phone': { paramsTuple?: []; params?: {} }
    'contacts.store': { paramsTuple?: []; params?: {} }
    'contacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.consents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.anonymise': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.index': { paramsTuple?: []; params?: {} }
    'conversations.store': { paramsTuple?: []; params?: {} }
    'conversations.batch': { paramsTuple?: []; params?: {} }
    'conversations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.reply': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.retry': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.react': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.place': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.card': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.template': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.assign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.assign_team': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.notes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.presence': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.schedule': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.unschedule': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.send_now': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.resolve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.snooze': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.wake': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies': { paramsTuple?: []; params?: {} }
    'settings.quick_replies.store': { paramsTuple?: []; params?: {} }
    'settings.quick_replies.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.teams': { paramsTuple?: []; params?: {} }
    'settings.teams.store': { paramsTuple?: []; params?: {} }
    'settings.teams.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.teams.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.teams.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.index': { paramsTuple?: []; params?: {} }
    'interviews.export': { paramsTuple?: []; params?: {} }
    'interviews.create': { paramsTuple?: []; params?: {} }
    'candidates.index': { paramsTuple?: []; params?: {} }
    'conflicts.create': { paramsTuple?: []; params?: {} }
    'booking_previews.create': { paramsTuple?: []; params?: {} }
    'interviews.store': { paramsTuple?: []; params?: {} }
    'calendar.show': { paramsTuple?: []; params?: {} }
    'calendar.events': { paramsTuple?: []; params?: {} }
    'interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'completions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'no_shows.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'media.show': { paramsTuple: [ParamValue]; params: {'uuid': ParamValue} }
    'media.public': { paramsTuple: [ParamValue]; params: {'uuid': ParamValue} }
    'resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sent_marks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'senders.pause': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'senders.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'senders.limit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'health': { paramsTuple?: []; params?: {} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'metrics': { paramsTuple?: []; params?: {} }
    'settings.replies': { paramsTuple?: []; params?: {} }
    'settings.replies.attendance': { paramsTuple?: []; params?: {} }
    'settings.replies.backend': { paramsTuple: [ParamValue]; params: {'sender': ParamValue} }
    'settings.replies.try': { paramsTuple: [ParamValue]; params: {'sender': ParamValue} }
    'home': { paramsTuple?: []; params?: {} }
    'queue': { paramsTuple?: []; params?: {} }
    'unconfirmed': { paramsTuple?: []; params?: {} }
    'settings.numbers': { paramsTuple?: []; params?: {} }
    'settings.numbers.create': { paramsTuple?: []; params?: {} }
    'settings.numbers.store': { paramsTuple?: []; params?: {} }
    'settings.numbers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.test': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.default': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.retire': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.reinstate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.company': { paramsTuple?: []; params?: {} }
    'settings.company.update': { paramsTuple?: []; params?: {} }
    'settings.moves': { paramsTuple?: []; params?: {} }
    'settings.moves.update': { paramsTuple?: []; params?: {} }
    'settings.job_openings': { paramsTuple?: []; params?: {} }
    'settings.job_openings.store': { paramsTuple?: []; params?: {} }
    'settings.job_openings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.job_openings.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.job_openings.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.rounds.store': { paramsTuple?: []; params?: {} }
    'settings.rounds.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.rounds.move': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'simulator.twilio.accounts.show': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.twilio.messages.store': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.twilio.messages.index': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.twilio.messages.show': { paramsTuple: [ParamValue,ParamValue]; params: {'account': ParamValue,'message': ParamValue} }
    'simulator.twilio.media.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'account': ParamValue,'message': ParamValue,'media': ParamValue} }
    'simulator.cloud_api.media.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'simulator.cloud_api.messages.store': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.media.store': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.templates.index': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.templates.store': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.nodes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.twilio_files': { paramsTuple: [ParamValue,ParamValue]; params: {'message': ParamValue,'media': ParamValue} }
    'simulator.twilio_content.contents.index': { paramsTuple?: []; params?: {} }
    'simulator.twilio_content.contents.store': { paramsTuple?: []; params?: {} }
    'simulator.twilio_content.contents.show': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.twilio_content.contents.destroy': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.twilio_content.approvals.show': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.twilio_content.approvals.store': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.chat_app.files.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'simulator.chat_app.tokens.store': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.tokens.update': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.tokens.show': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.licences.index': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.callback_urls.index': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.callback_urls.update': { paramsTuple: [ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue} }
    'simulator.chat_app.callback_urls.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue} }
    'simulator.chat_app.messages.index': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue,'chat': ParamValue} }
    'simulator.chat_app.messages.store': { paramsTuple: [ParamValue,ParamValue,ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue,'chat': ParamValue,'kind': ParamValue} }
    'simulator.control.resets.store': { paramsTuple?: []; params?: {} }
    'simulator.control.settings.show': { paramsTuple?: []; params?: {} }
    'simulator.control.settings.update': { paramsTuple?: []; params?: {} }
    'simulator.control.releases.store': { paramsTuple?: []; params?: {} }
    'simulator.control.messages.index': { paramsTuple?: []; params?: {} }
    'simulator.control.requests.index': { paramsTuple?: []; params?: {} }
    'simulator.control.contents.index': { paramsTuple?: []; params?: {} }
    'simulator.control.contents.update': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.control.chat_app_tokens.index': { paramsTuple?: []; params?: {} }
    'simulator.control.phones.index': { paramsTuple?: []; params?: {} }
    'simulator.control.phones.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.control.replies.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.control.phone_numbers.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.phones.index': { paramsTuple?: []; params?: {} }
    'simulator.phones.store': { paramsTuple?: []; params?: {} }
    'simulator.phones.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.phones.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.replies.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.phone_numbers.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.files.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'simulator.readings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.settings.update': { paramsTuple?: []; params?: {} }
    'simulator.settings.destroy': { paramsTuple?: []; params?: {} }
    'simulator.resets.store': { paramsTuple?: []; params?: {} }
    'templates.index': { paramsTuple?: []; params?: {} }
    'templates.approve_all': { paramsTuple?: []; params?: {} }
    'templates.check': { paramsTuple?: []; params?: {} }
    'templates.approve': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.preview': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'account.edit': { paramsTuple?: []; params?: {} }
    'account.update': { paramsTuple?: []; params?: {} }
    'account.password.update': { paramsTuple?: []; params?: {} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'settings.tokens': { paramsTuple?: []; params?: {} }
    'settings.tokens.store': { paramsTuple?: []; params?: {} }
    'settings.tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people': { paramsTuple?: []; params?: {} }
    'settings.people.create': { paramsTuple?: []; params?: {} }
    'settings.people.store': { paramsTuple?: []; params?: {} }
    'settings.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.temporary_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.deactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.reactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
    'webhooks.whatsapp.show': { paramsTuple?: []; params?: {} }
    'webhooks.whatsapp.store': { paramsTuple?: []; params?: {} }
    'webhook.show': { paramsTuple?: []; params?: {} }
    'webhook.store': { paramsTuple?: []; params?: {} }
    'chat_app_calls.store': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'settings.webhook_calls': { paramsTuple?: []; params?: {} }
    'settings.webhook_calls.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.webhook_calls.reprocess': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'answers.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'answers.moves.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'answers.wishes.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'answers.calendar_files.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'sights.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'move_permissions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'move_permissions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  GET: {
    'event_stream': { paramsTuple?: []; params?: {} }
    'api.v1.openapi_documents.show': { paramsTuple?: []; params?: {} }
    'api.v1.conversations.index': { paramsTuple?: []; params?: {} }
    'api.v1.conversations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.conversation_messages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.notes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.teams.index': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.index': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.consents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.interviews.index': { paramsTuple?: []; params?: {} }
    'api.v1.interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.timelines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.messages.index': { paramsTuple?: []; params?: {} }
    'api.v1.messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.index': { paramsTuple?: []; params?: {} }
    'api.v1.senders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.docs': { paramsTuple?: []; params?: {} }
    'contacts.index': { paramsTuple?: []; params?: {} }
    'contacts.export': { paramsTuple?: []; params?: {} }
    'contacts.create': { paramsTuple?: []; params?: {} }
    'contacts.phone': { paramsTuple?: []; params?: {} }
    'contacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.index': { paramsTuple?: []; params?: {} }
    'conversations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies': { paramsTuple?: []; params?: {} }
    'settings.quick_replies.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.teams': { paramsTuple?: []; params?: {} }
    'settings.teams.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.index': { paramsTuple?: []; params?: {} }
    'interviews.export': { paramsTuple?: []; params?: {} }
    'interviews.create': { paramsTuple?: []; params?: {} }
    'candidates.index': { paramsTuple?: []; params?: {} }
    'calendar.show': { paramsTuple?: []; params?: {} }
    'calendar.events': { paramsTuple?: []; params?: {} }
    'interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'media.show': { paramsTuple: [ParamValue]; params: {'uuid': ParamValue} }
    'media.public': { paramsTuple: [ParamValue]; params: {'uuid': ParamValue} }
    'health': { paramsTuple?: []; params?: {} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'metrics': { paramsTuple?: []; params?: {} }
    'settings.replies': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'queue': { paramsTuple?: []; params?: {} }
    'unconfirmed': { paramsTuple?: []; params?: {} }
    'settings.numbers': { paramsTuple?: []; params?: {} }
    'settings.numbers.create': { paramsTuple?: []; params?: {} }
    'settings.numbers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.company': { paramsTuple?: []; params?: {} }
    'settings.moves': { paramsTuple?: []; params?: {} }
    'settings.job_openings': { paramsTuple?: []; params?: {} }
    'simulator.twilio.accounts.show': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.twilio.messages.index': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.twilio.messages.show': { paramsTuple: [ParamValue,ParamValue]; params: {'account': ParamValue,'message': ParamValue} }
    'simulator.twilio.media.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'account': ParamValue,'message': ParamValue,'media': ParamValue} }
    'simulator.cloud_api.media.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'simulator.cloud_api.templates.index': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.nodes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.twilio_files': { paramsTuple: [ParamValue,ParamValue]; params: {'message': ParamValue,'media': ParamValue} }
    'simulator.twilio_content.contents.index': { paramsTuple?: []; params?: {} }
    'simulator.twilio_content.contents.show': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.twilio_content.approvals.show': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.chat_app.files.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'simulator.chat_app.tokens.show': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.licences.index': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.callback_urls.index': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.messages.index': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue,'chat': ParamValue} }
    'simulator.control.settings.show': { paramsTuple?: []; params?: {} }
    'simulator.control.messages.index': { paramsTuple?: []; params?: {} }
    'simulator.control.requests.index': { paramsTuple?: []; params?: {} }
    'simulator.control.contents.index': { paramsTuple?: []; params?: {} }
    'simulator.control.chat_app_tokens.index': { paramsTuple?: []; params?: {} }
    'simulator.control.phones.index': { paramsTuple?: []; params?: {} }
    'simulator.phones.index': { paramsTuple?: []; params?: {} }
    'simulator.phones.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.files.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'templates.index': { paramsTuple?: []; params?: {} }
    'templates.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.create': { paramsTuple?: []; params?: {} }
    'account.edit': { paramsTuple?: []; params?: {} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'settings.tokens': { paramsTuple?: []; params?: {} }
    'settings.people': { paramsTuple?: []; params?: {} }
    'settings.people.create': { paramsTuple?: []; params?: {} }
    'settings.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.whatsapp.show': { paramsTuple?: []; params?: {} }
    'webhook.show': { paramsTuple?: []; params?: {} }
    'settings.webhook_calls': { paramsTuple?: []; params?: {} }
    'settings.webhook_calls.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'answers.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'answers.calendar_files.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
  }
  HEAD: {
    'event_stream': { paramsTuple?: []; params?: {} }
    'api.v1.openapi_documents.show': { paramsTuple?: []; params?: {} }
    'api.v1.conversations.index': { paramsTuple?: []; params?: {} }
    'api.v1.conversations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.conversation_messages.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.notes.index': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.teams.index': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.index': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.consents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.interviews.index': { paramsTuple?: []; params?: {} }
    'api.v1.interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.timelines.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.messages.index': { paramsTuple?: []; params?: {} }
    'api.v1.messages.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.index': { paramsTuple?: []; params?: {} }
    'api.v1.senders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.docs': { paramsTuple?: []; params?: {} }
    'contacts.index': { paramsTuple?: []; params?: {} }
    'contacts.export': { paramsTuple?: []; params?: {} }
    'contacts.create': { paramsTuple?: []; params?: {} }
    'contacts.phone': { paramsTuple?: []; params?: {} }
    'contacts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.index': { paramsTuple?: []; params?: {} }
    'conversations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies': { paramsTuple?: []; params?: {} }
    'settings.quick_replies.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.teams': { paramsTuple?: []; params?: {} }
    'settings.teams.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.index': { paramsTuple?: []; params?: {} }
    'interviews.export': { paramsTuple?: []; params?: {} }
    'interviews.create': { paramsTuple?: []; params?: {} }
    'candidates.index': { paramsTuple?: []; params?: {} }
    'calendar.show': { paramsTuple?: []; params?: {} }
    'calendar.events': { paramsTuple?: []; params?: {} }
    'interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'media.show': { paramsTuple: [ParamValue]; params: {'uuid': ParamValue} }
    'media.public': { paramsTuple: [ParamValue]; params: {'uuid': ParamValue} }
    'health': { paramsTuple?: []; params?: {} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'metrics': { paramsTuple?: []; params?: {} }
    'settings.replies': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
    'queue': { paramsTuple?: []; params?: {} }
    'unconfirmed': { paramsTuple?: []; params?: {} }
    'settings.numbers': { paramsTuple?: []; params?: {} }
    'settings.numbers.create': { paramsTuple?: []; params?: {} }
    'settings.numbers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.company': { paramsTuple?: []; params?: {} }
    'settings.moves': { paramsTuple?: []; params?: {} }
    'settings.job_openings': { paramsTuple?: []; params?: {} }
    'simulator.twilio.accounts.show': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.twilio.messages.index': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.twilio.messages.show': { paramsTuple: [ParamValue,ParamValue]; params: {'account': ParamValue,'message': ParamValue} }
    'simulator.twilio.media.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'account': ParamValue,'message': ParamValue,'media': ParamValue} }
    'simulator.cloud_api.media.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'simulator.cloud_api.templates.index': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.nodes.show': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.twilio_files': { paramsTuple: [ParamValue,ParamValue]; params: {'message': ParamValue,'media': ParamValue} }
    'simulator.twilio_content.contents.index': { paramsTuple?: []; params?: {} }
    'simulator.twilio_content.contents.show': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.twilio_content.approvals.show': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.chat_app.files.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'simulator.chat_app.tokens.show': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.licences.index': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.callback_urls.index': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.messages.index': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue,'chat': ParamValue} }
    'simulator.control.settings.show': { paramsTuple?: []; params?: {} }
    'simulator.control.messages.index': { paramsTuple?: []; params?: {} }
    'simulator.control.requests.index': { paramsTuple?: []; params?: {} }
    'simulator.control.contents.index': { paramsTuple?: []; params?: {} }
    'simulator.control.chat_app_tokens.index': { paramsTuple?: []; params?: {} }
    'simulator.control.phones.index': { paramsTuple?: []; params?: {} }
    'simulator.phones.index': { paramsTuple?: []; params?: {} }
    'simulator.phones.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.files.show': { paramsTuple: [ParamValue]; params: {'file': ParamValue} }
    'templates.index': { paramsTuple?: []; params?: {} }
    'templates.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.create': { paramsTuple?: []; params?: {} }
    'account.edit': { paramsTuple?: []; params?: {} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'settings.tokens': { paramsTuple?: []; params?: {} }
    'settings.people': { paramsTuple?: []; params?: {} }
    'settings.people.create': { paramsTuple?: []; params?: {} }
    'settings.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'webhooks.whatsapp.show': { paramsTuple?: []; params?: {} }
    'webhook.show': { paramsTuple?: []; params?: {} }
    'settings.webhook_calls': { paramsTuple?: []; params?: {} }
    'settings.webhook_calls.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'answers.links.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'answers.calendar_files.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
  }
  POST: {
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
    'api.v1.tokens.store': { paramsTuple?: []; params?: {} }
    'api.v1.conversation_messages.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.notes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.contacts.store': { paramsTuple?: []; params?: {} }
    'api.v1.interviews.store': { paramsTuple?: []; params?: {} }
    'api.v1.interview_batches.store': { paramsTuple?: []; params?: {} }
    'api.v1.cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.confirmations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.completions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.no_shows.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.sent_marks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.store': { paramsTuple?: []; params?: {} }
    'contacts.store': { paramsTuple?: []; params?: {} }
    'contacts.consents.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.anonymise': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.store': { paramsTuple?: []; params?: {} }
    'conversations.batch': { paramsTuple?: []; params?: {} }
    'conversations.reply': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.retry': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.react': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.place': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.card': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.template': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.notes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.presence': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.schedule': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.send_now': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.resolve': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.snooze': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies.store': { paramsTuple?: []; params?: {} }
    'settings.teams.store': { paramsTuple?: []; params?: {} }
    'conflicts.create': { paramsTuple?: []; params?: {} }
    'booking_previews.create': { paramsTuple?: []; params?: {} }
    'interviews.store': { paramsTuple?: []; params?: {} }
    'cancellations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'completions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'no_shows.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'resends.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sent_marks.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'senders.pause': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.replies.try': { paramsTuple: [ParamValue]; params: {'sender': ParamValue} }
    'settings.numbers.store': { paramsTuple?: []; params?: {} }
    'settings.numbers.test': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.default': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.retire': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.job_openings.store': { paramsTuple?: []; params?: {} }
    'settings.job_openings.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.rounds.store': { paramsTuple?: []; params?: {} }
    'simulator.twilio.messages.store': { paramsTuple: [ParamValue]; params: {'account': ParamValue} }
    'simulator.cloud_api.messages.store': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.media.store': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.cloud_api.templates.store': { paramsTuple: [ParamValue,ParamValue]; params: {'version': ParamValue,'id': ParamValue} }
    'simulator.twilio_content.contents.store': { paramsTuple?: []; params?: {} }
    'simulator.twilio_content.approvals.store': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.chat_app.tokens.store': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.tokens.update': { paramsTuple?: []; params?: {} }
    'simulator.chat_app.messages.store': { paramsTuple: [ParamValue,ParamValue,ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue,'chat': ParamValue,'kind': ParamValue} }
    'simulator.control.resets.store': { paramsTuple?: []; params?: {} }
    'simulator.control.releases.store': { paramsTuple?: []; params?: {} }
    'simulator.control.replies.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.phones.store': { paramsTuple?: []; params?: {} }
    'simulator.replies.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.readings.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.resets.store': { paramsTuple?: []; params?: {} }
    'templates.approve_all': { paramsTuple?: []; params?: {} }
    'templates.check': { paramsTuple?: []; params?: {} }
    'templates.approve': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.preview': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.store': { paramsTuple?: []; params?: {} }
    'settings.tokens.store': { paramsTuple?: []; params?: {} }
    'settings.people.store': { paramsTuple?: []; params?: {} }
    'settings.people.temporary_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.deactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
    'webhooks.whatsapp.store': { paramsTuple?: []; params?: {} }
    'webhook.store': { paramsTuple?: []; params?: {} }
    'chat_app_calls.store': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'settings.webhook_calls.reprocess': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'answers.moves.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'answers.wishes.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'sights.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'move_permissions.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  DELETE: {
    'api.v1.tokens.destroy': { paramsTuple?: []; params?: {} }
    'api.v1.contacts.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.unschedule': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'message_id': ParamValue} }
    'conversations.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.wake': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.teams.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'senders.resume': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.numbers.reinstate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.job_openings.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'simulator.twilio_content.contents.destroy': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.chat_app.callback_urls.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue} }
    'simulator.settings.destroy': { paramsTuple?: []; params?: {} }
    'templates.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'settings.tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.reactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'move_permissions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PUT: {
    'api.v1.conversation_assignees.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.conversation_statuses.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.consents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.assign': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'conversations.assign_team': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'senders.limit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.replies.attendance': { paramsTuple?: []; params?: {} }
    'settings.replies.backend': { paramsTuple: [ParamValue]; params: {'sender': ParamValue} }
    'settings.numbers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.company.update': { paramsTuple?: []; params?: {} }
    'settings.moves.update': { paramsTuple?: []; params?: {} }
    'settings.rounds.move': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'simulator.chat_app.callback_urls.update': { paramsTuple: [ParamValue,ParamValue]; params: {'licence': ParamValue,'messenger': ParamValue} }
    'simulator.control.settings.update': { paramsTuple?: []; params?: {} }
    'simulator.control.contents.update': { paramsTuple: [ParamValue]; params: {'content': ParamValue} }
    'simulator.control.phones.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.control.phone_numbers.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.phones.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.phone_numbers.update': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'simulator.settings.update': { paramsTuple?: []; params?: {} }
    'templates.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'account.update': { paramsTuple?: []; params?: {} }
    'account.password.update': { paramsTuple?: []; params?: {} }
    'settings.people.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PATCH: {
    'api.v1.contacts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.interviews.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.v1.senders.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'contacts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.quick_replies.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.teams.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.job_openings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.rounds.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}
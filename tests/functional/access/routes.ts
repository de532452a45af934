/**
 * Who may use which address. Every route of the router is in exactly one of these lists: a new one belongs here before
 * it is served (`access/routes.spec.ts`). `*` ends a whole room that answers for itself.
 */
export const ROUTES = {
  /** Nobody need sign in. */
  anyone: `
    GET    /session
    POST   /session
    DELETE /session
    GET    /health
    GET    /health/live
    GET    /health/ready
    GET    /api/docs
    GET    /api/v1/openapi.json
    POST   /api/v1/tokens
    GET    /__transmit/events
    POST   /__transmit/unsubscribe
    *      /simulator/*
  `,

  /** A signature, a signed link or a key of its own says who calls; tested where it is made. */
  ownKey: `
    *      /webhooks/*
    *      /webhook
    *      /r/:token/*
    GET    /media/:uuid/public
    GET    /metrics
    POST   /__transmit/subscribe
  `,

  /** Everyone of the team. */
  agent: `
    GET    /
    GET    /account
    PUT    /account
    PUT    /account/password
    GET    /conversations
    GET    /conversations/:id
    POST   /conversations/batch
    PUT    /conversations/:id/assignee
    PUT    /conversations/:id/team
    POST   /conversations/:id/messages
    POST   /conversations/:id/messages/:message_id/retry
    POST   /conversations/:id/messages/:message_id/reaction
    POST   /conversations/:id/places
    POST   /conversations/:id/contact_cards
    POST   /conversations/:id/templates
    POST   /conversations/:id/preview
    POST   /conversations/:id/notes
    POST   /conversations/:id/presence
    POST   /conversations/:id/resolution
    DELETE /conversations/:id/resolution
    POST   /conversations/:id/snooze
    DELETE /conversations/:id/snooze
    POST   /conversations/:id/scheduled_messages
    DELETE /conversations/:id/scheduled_messages/:message_id
    POST   /conversations/:id/scheduled_messages/:message_id/departure
    GET    /media/:uuid
    GET    /settings/quick_replies
    POST   /settings/quick_replies
    GET    /settings/quick_replies/:id/edit
    PATCH  /settings/quick_replies/:id
    DELETE /settings/quick_replies/:id
    GET    /settings/tokens
    POST   /settings/tokens
    DELETE /settings/tokens/:id
    DELETE /api/v1/tokens/current
    GET    /api/v1/conversations
    GET    /api/v1/conversations/:id
    GET    /api/v1/conversations/:id/messages
    POST   /api/v1/conversations/:id/messages
    PUT    /api/v1/conversations/:id/assignee
    PUT    /api/v1/conversations/:id/status
    GET    /api/v1/conversations/:id/notes
    POST   /api/v1/conversations/:id/notes
    GET    /api/v1/teams
  `,

  /** Who recruits, and admins. */
  recruiter: `
    GET    /interviews
    POST   /interviews
    GET    /interviews/new
    GET    /interviews/export
    GET    /interviews/candidates
    POST   /interviews/conflicts
    POST   /interviews/preview
    GET    /interviews/calendar
    GET    /interviews/calendar/events
    GET    /interviews/:id
    GET    /interviews/:id/edit
    PATCH  /interviews/:id
    POST   /interviews/:id/cancellation
    POST   /interviews/:id/confirmation
    POST   /interviews/:id/completion
    POST   /interviews/:id/no_show
    POST   /interviews/:id/move_permission
    DELETE /interviews/:id/move_permission
    POST   /answers/:id/sight
    GET    /contacts
    POST   /contacts
    GET    /contacts/new
    GET    /contacts/phone
    GET    /contacts/export
    GET    /contacts/:id
    GET    /contacts/:id/edit
    PATCH  /contacts/:id
    POST   /contacts/:id/consents
    POST   /contacts/:id/anonymisation
    POST   /conversations
    POST   /messages/:id/resend
    POST   /messages/:id/mark_as_sent
    GET    /messages/unconfirmed
    GET    /queue
    GET    /api/v1/contacts
    POST   /api/v1/contacts
    GET    /api/v1/contacts/:id
    PATCH  /api/v1/contacts/:id
    DELETE /api/v1/contacts/:id
    GET    /api/v1/contacts/:id/consent
    PUT    /api/v1/contacts/:id/consent
    GET    /api/v1/interviews
    POST   /api/v1/interviews
    POST   /api/v1/interviews/bulk
    GET    /api/v1/interviews/:id
    PATCH  /api/v1/interviews/:id
    POST   /api/v1/interviews/:id/cancellation
    POST   /api/v1/interviews/:id/confirmation
    POST   /api/v1/interviews/:id/completion
    POST   /api/v1/interviews/:id/no_show
    GET    /api/v1/interviews/:id/timeline
    GET    /api/v1/messages
    GET    /api/v1/messages/:id
    POST   /api/v1/messages/:id/resend
    POST   /api/v1/messages/:id/mark_as_sent
  `,

  /** Admins alone. */
  admin: `
    GET    /api/v1/senders
    POST   /api/v1/senders
    GET    /api/v1/senders/:id
    PATCH  /api/v1/senders/:id
    DELETE /api/v1/senders/:id
    GET    /settings
    GET    /settings/company
    PUT    /settings/company
    GET    /settings/moves
    PUT    /settings/moves
    GET    /settings/job_openings
    POST   /settings/job_openings
    PATCH  /settings/job_openings/:id
    POST   /settings/job_openings/:id/closure
    DELETE /settings/job_openings/:id/closure
    POST   /settings/rounds
    PATCH  /settings/rounds/:id
    PUT    /settings/rounds/:id/position
    GET    /settings/numbers
    GET    /settings/numbers/new
    POST   /settings/numbers
    GET    /settings/numbers/:id
    PUT    /settings/numbers/:id
    GET    /settings/numbers/:id/check
    POST   /settings/numbers/:id/test_messages
    POST   /settings/numbers/:id/default
    POST   /settings/numbers/:id/retirement
    DELETE /settings/numbers/:id/retirement
    GET    /settings/people
    POST   /settings/people
    GET    /settings/people/create
    GET    /settings/people/:id/edit
    PUT    /settings/people/:id
    POST   /settings/people/:id/temporary_password
    POST   /settings/people/:id/deactivation
    DELETE /settings/people/:id/deactivation
    GET    /settings/replies
    PUT    /settings/replies/attendance
    PUT    /settings/replies/:sender/backend
    POST   /settings/replies/:sender/trials
    GET    /settings/teams
    POST   /settings/teams
    GET    /settings/teams/:id/edit
    PATCH  /settings/teams/:id
    DELETE /settings/teams/:id
    GET    /settings/templates
    GET    /settings/templates/:key
    PUT    /settings/templates/:key
    DELETE /settings/templates/:key
    POST   /settings/templates/:key/preview
    POST   /settings/templates/approvals
    POST   /settings/templates/checks
    POST   /settings/templates/:key/approvals
    GET    /settings/webhook_calls
    GET    /settings/webhook_calls/:id
    POST   /settings/webhook_calls/:id/reprocessing
    POST   /senders/:id/pause
    DELETE /senders/:id/pause
    PUT    /senders/:id/limit
  `,
}

export type Access = keyof typeof ROUTES

import ReplyTask from '#replies/models/reply_task'
import { replyTo } from '#replies/reply_to'
import { ring } from '#replies/ring'

/** Rings again for what is due and whose bell was lost, and where there is no bell to ring asks by itself. */
export async function ringForgottenReplies() {
  for (const id of await ReplyTask.forgotten()) {
    if (!(await ring(id))) await replyTo(id)
  }
}

import { ReminderNotifier } from '#notifications/reminder_notifier'
import { wakeSnoozed } from '#conversations/wake_snoozed'
import { followTwins } from '#templates/approval/follow_twins'
import { Sweeper } from '#messages/sweeper'
import IdempotencyKey from '#api/v1/models/idempotency_key'
import WebhookCall from '#webhooks/models/webhook_call'
import { ringForgottenFiles } from '#media/forgotten'
import { ringForgotten } from '#webhooks/forgotten'
import { ringForgottenReplies } from '#replies/forgotten'
import { askForCalls } from '#senders/ask_for_calls'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import scheduler from 'adonisjs-scheduler/services/main'

/**
 * Every recurring task. Each finds by itself what is due, so that a missed tick is only late and two schedulers at once
 * do nothing twice.
 */
scheduler
  .call(() => ReminderNotifier.sendDue())
  .everyMinute()
  .withoutOverlapping()

scheduler
  .call(() => new Sweeper(whatsapp, logger).sweep())
  .everyFifteenSeconds()
  .withoutOverlapping()

scheduler
  .call(() => wakeSnoozed())
  .everyMinute()
  .withoutOverlapping()

scheduler
  .call(() => ringForgotten())
  .everyMinute()
  .withoutOverlapping()

scheduler
  .call(() => ringForgottenReplies())
  .everyMinute()
  .withoutOverlapping()

scheduler
  .call(() => ringForgottenFiles())
  .everyMinute()
  .withoutOverlapping()

scheduler
  .call(() => askForCalls())
  .everyFifteenSeconds()
  .withoutOverlapping()

scheduler
  .call(() => followTwins())
  .everyMinute()
  .withoutOverlapping()

scheduler.call(() => IdempotencyKey.purge()).hourly()

scheduler.call(() => WebhookCall.purge()).daily()

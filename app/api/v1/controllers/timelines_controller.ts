import { timelineJson } from '#api/v1/transformers/timeline_json'
import Interview from '#interviews/models/interview'
import { interviewTimeline } from '#reports/interview_timeline'
import type { HttpContext } from '@adonisjs/core/http'

export default class TimelinesController {
  async show({ params }: HttpContext) {
    const entries = await interviewTimeline(await Interview.findOrFail(params.id))
    return { data: entries.map(timelineJson) }
  }
}

import Team from '#conversations/models/team'
import { team as people } from '#conversations/people'
import { teamValidator } from '#conversations/team_validators'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** *Configurações › Equipes* */
export default class TeamsController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const teams = await Team.inOrder().preload('members', (members) => members.orderBy('full_name'))
    return view.render('settings/teams/index', { teams, people: await people() })
  }

  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { name, members = [] } = await request.validateUsing(teamValidator, { meta: {} })
    await Team.form({ name, memberIds: members })
    session.flash('success', `A equipe ${name} já pode receber conversas.`)
    return response.redirect().toRoute('settings.teams')
  }

  async edit({ bouncer, params, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const team = await Team.query().where('id', params.id).preload('members').firstOrFail()
    return view.render('settings/teams/edit', { team, people: await people() })
  }

  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const team = await Team.findOrFail(params.id)
    const meta = { id: team.id }
    const { name, members = [] } = await request.validateUsing(teamValidator, { meta })
    await team.compose({ name, memberIds: members })
    session.flash('success', `A equipe ${name} foi salva.`)
    return response.redirect().toRoute('settings.teams')
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const team = await Team.findOrFail(params.id)
    await team.dissolve()
    session.flash('success', `A equipe ${team.name} foi desfeita; as conversas dela continuam.`)
    return response.redirect().toRoute('settings.teams')
  }
}

import { controllers } from '#generated/controllers'
import { memberPage } from '#start/kernel'
import { TEMPLATE_KEYS } from '#templates/template_catalogue'
import router from '@adonisjs/core/services/router'

router
  .group(() => {
    router.get('/', [controllers.templates.Templates, 'index']).as('index')
    router.post('/approvals', [controllers.templates.NumberApprovals, 'store']).as('approve_all')
    router.post('/checks', [controllers.templates.TemplateChecks, 'store']).as('check')
    router.post('/:key/approvals', [controllers.templates.TemplateApprovals, 'store']).as('approve')
    router.get('/:key', [controllers.templates.Templates, 'edit']).as('edit')
    router.put('/:key', [controllers.templates.Templates, 'update']).as('update')
    router.delete('/:key', [controllers.templates.Templates, 'destroy']).as('destroy')
    router.post('/:key/preview', [controllers.templates.TemplatePreviews, 'store']).as('preview')
  })
  .prefix('/settings/templates')
  .as('templates')
  .where('key', new RegExp(`^(${TEMPLATE_KEYS.join('|')})$`))
  .use(memberPage())

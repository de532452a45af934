import { rowIdParam } from '#core/row_id'
import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { contacts } = controllers

router
  .group(() => {
    router.get('/', [contacts.Contacts, 'index']).as('index')
    router.get('/export', [contacts.Exports, 'show']).as('export')
    router.get('/new', [contacts.Contacts, 'create']).as('create')
    router.get('/phone', [contacts.Phones, 'show']).as('phone')
    router.post('/', [contacts.Contacts, 'store']).as('store')
    router.get('/:id', [contacts.Contacts, 'show']).as('show')
    router.get('/:id/edit', [contacts.Contacts, 'edit']).as('edit')
    router.patch('/:id', [contacts.Contacts, 'update']).as('update')
    router.post('/:id/consents', [contacts.Consents, 'store']).as('consents.store')
    router.post('/:id/anonymisation', [contacts.Anonymisations, 'store']).as('anonymise')
  })
  .prefix('/contacts')
  .as('contacts')
  .where('id', rowIdParam)
  .use(memberPage())

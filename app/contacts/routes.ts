import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { contacts } = controllers

router
  .group(() => {
    router.get('/contacts/phone', [contacts.Phones, 'show']).as('phones.show')
  })
  .use(memberPage())

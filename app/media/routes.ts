import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { media } = controllers

router.get('/media/:uuid', [media.Files, 'show']).as('media.show').use(memberPage())
router.get('/media/:uuid/public', [media.PublicFiles, 'show']).as('media.public')

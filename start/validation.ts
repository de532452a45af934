import i18nManager from '@adonisjs/i18n/services/main'
import vine from '@vinejs/vine'

/** Everything that is validated answers in Portuguese: forms, the API, commands. */
vine.messagesProvider = i18nManager.locale('pt-BR').createMessagesProvider()

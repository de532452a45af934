import * as Turbo from '@hotwired/turbo'
import { Application } from '@hotwired/stimulus'
import { confirmInWords } from './confirm.js'
import { protectWhatIsInUse } from './morphing.js'

import AutosubmitController from './controllers/autosubmit_controller.js'
import CopyController from './controllers/copy_controller.js'
import DialogController from './controllers/dialog_controller.js'
import LiveController from './controllers/live_controller.js'
import MenuController from './controllers/menu_controller.js'
import PasswordController from './controllers/password_controller.js'
import RevealController from './controllers/reveal_controller.js'
import SubmitOnceController from './controllers/submit_once_controller.js'
import ThemeController from './controllers/theme_controller.js'
import ToastController from './controllers/toast_controller.js'

Turbo.config.forms.confirm = confirmInWords
protectWhatIsInUse()

/** Pages with an entry of their own, such as the calendar, register their controllers on `window.Stimulus`. */
const application = Application.start()
window.Stimulus = application

application.register('autosubmit', AutosubmitController)
application.register('copy', CopyController)
application.register('dialog', DialogController)
application.register('live', LiveController)
application.register('menu', MenuController)
application.register('password', PasswordController)
application.register('reveal', RevealController)
application.register('submit-once', SubmitOnceController)
application.register('theme', ThemeController)
application.register('toast', ToastController)

/** `resources/js/controllers/**` of the rooms: `reply_controller.js` becomes `data-controller="reply"`. */
const rooms = import.meta.glob('./controllers/*/*_controller.js', { eager: true })
for (const [path, module] of Object.entries(rooms)) {
  const name = path.match(/([^/]+)_controller\.js$/)[1].replaceAll('_', '-')
  application.register(name, module.default)
}

import '#users/routes'
import '#webhooks/routes'

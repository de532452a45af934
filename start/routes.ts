import '#templates/routes'
import '#users/routes'
import '#webhooks/routes'
import '#simulator/routes'

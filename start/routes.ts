import '#users/routes'
import '#simulator/routes'

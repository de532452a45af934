import '#users/routes'

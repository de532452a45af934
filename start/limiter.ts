import limiter from '@adonisjs/limiter/services/main'

/** Per account and address: five wrong passwords, then a quarter of an hour of rest. */
export const signInLimiter = limiter.use({
  requests: 5,
  duration: '15 minutes',
  blockDuration: '15 minutes',
})

import limiter from '@adonisjs/limiter/services/main'

/** Per account and address: five wrong passwords, then a quarter of an hour of rest. */
export const signInLimiter = limiter.use({
  requests: 5,
  duration: '15 minutes',
  blockDuration: '15 minutes',
})

/** Nobody guesses a signed link, but anybody may try. */
export const candidateLinkLimiter = limiter.define('candidate_link', ({ request }) =>
  limiter
    .allowRequests(60)
    .every('1 minute')
    .usingKey(`candidate_link:${request.ip()}`)
    .limitExceeded((error) => {
      error.setMessage('Foram muitas tentativas. Espere um minuto e abra o link de novo.')
    })
)

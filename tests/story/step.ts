import fc from 'fast-check'

export const PLACES = ['Sala 1', 'Sala 2', 'Rua do Exemplo, 3']
export const ZONES = ['America/Sao_Paulo', 'America/Manaus', 'America/New_York', 'Asia/Kolkata']
export const PEOPLE = 3

const SPOILT = [
  'http_429',
  'http_500',
  'http_401',
  'http_503_empty',
  'error_code',
  'hang',
  'reset_before',
  'accept_then_hang',
  'accept_then_reset',
  'accept_then_500',
  'truncated_201',
] as const

/** One thing that happens. `which` picks among the interviews there are; what cannot be done then is left out. */
export type Step =
  | { does: 'book'; person: number; inHours: number; zone: string; place: string }
  | { does: 'move' | 'moveWhileSending'; which: number; inHours: number }
  | { does: 'moveBack' | 'confirm' | 'complete' | 'cancel' | 'cancelWhileSending'; which: number }
  | { does: 'place' | 'placeWhileSending'; which: number; place: string }
  | { does: 'phone'; person: number; digit: number }
  | { does: 'send' | 'remind' | 'sweep' | 'twoOfEverything' | 'claimAndDie' }
  | { does: 'sendAndDie'; accepted: boolean }
  | { does: 'sendSpoilt'; fault: (typeof SPOILT)[number]; times: number }
  | { does: 'callBack'; how: 'normal' | 'doubled' | 'reversed' | 'lost' }
  | { does: 'list'; is: 'normal' | 'lagging' | 'down' }
  | { does: 'wait'; minutes: number }

const which = fc.nat({ max: 5 })
const person = fc.nat({ max: PEOPLE - 1 })
/** Often a little more than a day ahead, so that a reminder is due soon. */
const inHours = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 25, max: 32 }))
const place = fc.constantFrom(...PLACES)
const only = <Does extends string>(does: Does) => fc.constant({ does })
const some = <Does extends string>(does: Does) => fc.record({ does: fc.constant(does), which })

/** From a minute to thirty hours: past a grace, a night, an interview. */
const minutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 90 }) },
  { weight: 3, arbitrary: fc.integer({ min: 2, max: 30 }).map((hours) => hours * 60) }
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('book' as const),
      person,
      inHours,
      place,
      zone: fc.constantFrom(...ZONES),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('move' as const, 'moveWhileSending' as const),
      which,
      inHours,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('place' as const, 'placeWhileSending' as const),
      which,
      place,
    }),
  },
  { weight: 2, arbitrary: some('moveBack') },
  { weight: 2, arbitrary: some('cancel') },
  { weight: 1, arbitrary: some('cancelWhileSending') },
  { weight: 1, arbitrary: some('confirm') },
  { weight: 1, arbitrary: some('complete') },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('phone' as const),
      person,
      digit: fc.nat({ max: 9 }),
    }),
  },
  { weight: 7, arbitrary: only('send') },
  { weight: 6, arbitrary: only('remind') },
  { weight: 4, arbitrary: only('sweep') },
  { weight: 2, arbitrary: only('twoOfEverything') },
  { weight: 2, arbitrary: only('claimAndDie') },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('sendAndDie' as const), accepted: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('sendSpoilt' as const),
      fault: fc.constantFrom(...SPOILT),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('callBack' as const),
      how: fc.constantFrom(
        'normal' as const,
        'doubled' as const,
        'reversed' as const,
        'lost' as const
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('list' as const),
      is: fc.constantFrom('normal' as const, 'lagging' as const, 'down' as const),
    }),
  },
  { weight: 9, arbitrary: fc.record({ does: fc.constant('wait' as const), minutes }) }
)

/** Whatever may happen in some days of an office, on a bad line. */
export const stories = fc.array(step, { minLength: 5, maxLength: 45, size: 'max' })

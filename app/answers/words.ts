import type { Meaning } from '#answers/meaning'

/**
 * What candidates write when they answer, as `plain` leaves it. "Não posso" asks for another date: that loses nothing,
 * and the way to cancel is told with it. "Não" alone is an answer to a question only.
 */
export const PHRASES: Record<Meaning, string[]> = {
  yes: ['sim', 's', 'si', 'yes', 'yep', 'claro', 'com certeza', 'sim senhor', 'sim senhora'],
  no: ['nao', 'n', 'no', 'nope'],
  confirm: [
    ...['1', 'confirmar', 'confirmo', 'confirmado', 'confirmada', 'confirmadissimo', 'eu confirmo'],
    ...[
      'confirmo presenca',
      'confirmo a presenca',
      'confirmo minha presenca',
      'presenca confirmada',
    ],
    ...[
      'quero confirmar',
      'pode confirmar',
      'esta confirmado',
      'ta confirmado',
      'entrevista confirmada',
    ],
    ...['ok', 'okay', 'combinado', 'estarei la', 'estarei ai', 'estarei presente', 'vou estar la'],
    ...['confirm', 'confirmed', 'i confirm', 'i will be there', 'ill be there', 'see you there'],
    ...['confirmo asistencia', 'confirmo mi asistencia', 'alli estare', 'ahi estare'],
  ],
  move: [
    ...['2', 'remarcar', 'reagendar', 'quero remarcar', 'queria remarcar', 'gostaria de remarcar'],
    ...['preciso remarcar', 'precisaria remarcar', 'posso remarcar', 'podemos remarcar'],
    ...['pode remarcar', 'da para remarcar', 'tem como remarcar', 'e possivel remarcar'],
    ...['quero reagendar', 'preciso reagendar', 'gostaria de reagendar', 'remarcar entrevista'],
    ...['remarcar a entrevista', 'quero remarcar a entrevista', 'preciso remarcar a entrevista'],
    ...['outro dia', 'outra data', 'outro horario', 'pode ser outro dia', 'pode ser em outro dia'],
    ...['pode ser outra data', 'pode ser outro horario', 'pode ser em outro horario'],
    ...['nao posso', 'nao vou poder', 'nao poderei', 'nao consigo', 'nao vou conseguir'],
    ...[
      'nao posso nesse dia',
      'nao posso neste dia',
      'nao posso nesse horario',
      'nao posso nessa data',
    ],
    ...['nao posso ir', 'nao vou poder ir', 'nao consigo ir', 'nao vou conseguir ir'],
    ...['nao posso comparecer', 'nao vou poder comparecer', 'nao poderei comparecer'],
    ...['reschedule', 'i need to reschedule', 'can we reschedule', 'id like to reschedule'],
    ...['another day', 'another date', 'another time', 'i cant', 'i cannot', 'i cant make it'],
    ...['i cannot make it', 'cant make it'],
    ...['reprogramar', 'quiero reprogramar', 'necesito reprogramar', 'otro dia', 'otra fecha'],
    ...['otro horario', 'puede ser otro dia', 'no puedo', 'no puedo ir', 'no podre', 'no podre ir'],
  ],
  cancel: [
    ...[
      '3',
      'cancelar',
      'cancela',
      'cancele',
      'quero cancelar',
      'queria cancelar',
      'pode cancelar',
    ],
    ...['preciso cancelar', 'gostaria de cancelar', 'cancelar entrevista', 'cancelar a entrevista'],
    ...['quero cancelar a entrevista', 'desisto', 'desisti', 'quero desistir', 'vou desistir'],
    ...['desisto da vaga', 'desisti da vaga', 'nao quero mais', 'nao tenho mais interesse'],
    ...['cancel', 'i want to cancel', 'id like to cancel', 'please cancel', 'i withdraw'],
    ...[
      'im no longer interested',
      'quiero cancelar',
      'cancelar la entrevista',
      'ya no me interesa',
    ],
  ],
}

/** Said around an answer; it means nothing by itself. */
export const COURTESIES = [
  ...[
    'oi',
    'ola',
    'bom dia',
    'boa tarde',
    'boa noite',
    'tudo bem',
    'por favor',
    'pfv',
    'gentileza',
  ],
  ...['obrigado', 'obrigada', 'obg', 'muito obrigado', 'muito obrigada', 'agradeco', 'valeu'],
  ...['hi', 'hello', 'please', 'thanks', 'thank you', 'thank you very much'],
  ...['hola', 'buenos dias', 'buenas tardes', 'buenas noches', 'gracias', 'muchas gracias'],
]

/** Where one points at a number: "opção 2". */
export const POINTERS = ['opcao', 'numero', 'option', 'number', 'opcion', 'a opcao', 'o numero']

export const AGREEING = ['👍', '✅', '👌', '☑', '✔']
export const DISAGREEING = ['👎', '❌', '✖', '🚫', '⛔']

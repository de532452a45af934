import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}
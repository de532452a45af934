import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
    'event_stream': { paramsTuple?: []; params?: {} }
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
    'templates.index': { paramsTuple?: []; params?: {} }
    'templates.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'templates.preview': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
    'templates.preview': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.store': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'event_stream': { paramsTuple?: []; params?: {} }
    'templates.index': { paramsTuple?: []; params?: {} }
    'templates.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.create': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'event_stream': { paramsTuple?: []; params?: {} }
    'templates.index': { paramsTuple?: []; params?: {} }
    'templates.edit': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.create': { paramsTuple?: []; params?: {} }
    'home': { paramsTuple?: []; params?: {} }
  }
  PUT: {
    'templates.update': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
  }
  DELETE: {
    'templates.destroy': { paramsTuple: [ParamValue]; params: {'key': ParamValue} }
    'session.destroy': { paramsTuple?: []; params?: {} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}
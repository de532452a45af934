import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
    'event_stream': { paramsTuple?: []; params?: {} }
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'account.edit': { paramsTuple?: []; params?: {} }
    'account.update': { paramsTuple?: []; params?: {} }
    'account.password.update': { paramsTuple?: []; params?: {} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'settings.tokens': { paramsTuple?: []; params?: {} }
    'settings.tokens.store': { paramsTuple?: []; params?: {} }
    'settings.tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people': { paramsTuple?: []; params?: {} }
    'settings.people.create': { paramsTuple?: []; params?: {} }
    'settings.people.store': { paramsTuple?: []; params?: {} }
    'settings.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.temporary_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.deactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.reactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'twilio_statuses.store': { paramsTuple?: []; params?: {} }
    'twilio_messages.store': { paramsTuple?: []; params?: {} }
    'subscribe': { paramsTuple?: []; params?: {} }
    'unsubscribe': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'settings.tokens.store': { paramsTuple?: []; params?: {} }
    'settings.people.store': { paramsTuple?: []; params?: {} }
    'settings.people.temporary_password': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.deactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  GET: {
    'event_stream': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'account.edit': { paramsTuple?: []; params?: {} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'settings.tokens': { paramsTuple?: []; params?: {} }
    'settings.people': { paramsTuple?: []; params?: {} }
    'settings.people.create': { paramsTuple?: []; params?: {} }
    'settings.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'event_stream': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'account.edit': { paramsTuple?: []; params?: {} }
    'settings.show': { paramsTuple?: []; params?: {} }
    'settings.tokens': { paramsTuple?: []; params?: {} }
    'settings.people': { paramsTuple?: []; params?: {} }
    'settings.people.create': { paramsTuple?: []; params?: {} }
    'settings.people.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'session.destroy': { paramsTuple?: []; params?: {} }
    'settings.tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'settings.people.reactivate': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PUT: {
    'account.update': { paramsTuple?: []; params?: {} }
    'account.password.update': { paramsTuple?: []; params?: {} }
    'settings.people.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}
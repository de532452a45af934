import { openapiDocument } from '#api/v1/openapi/document'

export default class OpenapiDocumentsController {
  show() {
    return openapiDocument()
  }
}

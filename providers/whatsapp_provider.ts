export default class P {}

import { keepCommitsHonest } from '#database/honest_commit'

/** Before anybody opens a transaction. */
export default class HonestCommitProvider {
  register() {
    keepCommitsHonest()
  }
}

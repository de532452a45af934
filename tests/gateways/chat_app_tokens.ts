import { randomUUID } from 'node:crypto'
import type { ChatAppTokens, ChatAppTokenStore } from '#whatsapp/gateways/chat_app_tokens'

/** Tokens that nobody but this process knows. */
export class MemoryTokenStore implements ChatAppTokenStore {
  tokens: ChatAppTokens | null = null
  #version = 0
  #lease: string | null = null

  async read() {
    return { tokens: this.tokens, version: this.#version }
  }

  async lease(version: number) {
    if (this.#lease || version !== this.#version) return null
    return (this.#lease = randomUUID())
  }

  async keep(lease: string, tokens: ChatAppTokens) {
    if (lease !== this.#lease) return
    this.tokens = tokens
    this.#version += 1
    this.#lease = null
  }

  async release(lease: string) {
    if (lease === this.#lease) this.#lease = null
  }
}

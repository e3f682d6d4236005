/**
 * Services: what one process has while it runs. Handlers, loaders and jobs get them; nothing keeps them in a global.
 */
import type { Vault } from '#app/domain/accounts/vault.ts'
import type { Booted } from './boot.server.ts'
import type { Sessions } from './session.server.ts'
import type { SingleSignOn } from './sso.server.ts'

export interface Services extends Booted {
  sessions: Sessions
  /** seals what the database keeps secret from its readers */
  vault: Vault
  /** another service to sign in by; null: none is set */
  sso: SingleSignOn | null
  /** the instance's zone; legal days are counted in it */
  zone: string
}

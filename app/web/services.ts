/**
 * Services: what one process has while it runs. Handlers, loaders and jobs get them; nothing keeps them in a global.
 */
import type { Logger } from 'pino'
import type { Connection } from '#db/client.ts'
import type { Config } from './config.ts'

export interface Services {
  config: Config
  log: Logger
  /** visitors' requests: the login without rights on closed data */
  web: Connection
  /** migrations, seeding, the log's readers and jobs */
  owner: Connection
  /** the instance's zone from content */
  zone: string
}

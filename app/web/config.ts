/**
 * The settings of an instance: read from the environment once, checked, and refused in one line.
 *
 * A setting whose feature is not there yet is refused too: silently ignoring it would promise what we do not do.
 */
import { resolve } from 'node:path'
import { z } from 'zod'
import { start } from '#content/messages/ru/start.ts'
import { StartFailure } from '#db/failure.ts'

const { expected } = start

const flag = z.enum(['0', '1'], expected.flag).transform((value) => value === '1')
const absent = (why: string) => z.undefined(why).optional()
const address = (protocol: RegExp, why: string) => z.url({ protocol, error: why })

const Environment = z.object({
  PORT: z.coerce
    .number(expected.port)
    .int(expected.port)
    .min(0, expected.port)
    .max(65535, expected.port)
    .default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: address(/^postgres(ql)?$/, start.reason.address).optional(),
  DATA_DIR: z.string().default('var'),
  PUBLIC_URL: address(/^https?$/, expected.url).optional(),
  SMTP_URL: address(/^smtps?$/, expected.smtp).optional(),
  SESSION_DAYS: z.coerce
    .number(expected.days)
    .int(expected.days)
    .min(1, expected.days)
    .max(365, expected.days)
    .default(30),
  SECRET_KEY: z.string().min(32, expected.key).optional(),
  SECOND_FACTOR: flag.optional(),
  OIDC_ISSUER: address(/^https?$/, expected.url).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_TITLE: z.string().max(60, expected.title).optional(),
  DEMO: flag.optional(),
  DEMO_DAY: z.iso.date(expected.day).optional(),
  ROLE: z.enum(['all', 'web', 'worker'], expected.role).default('all'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], expected.level)
    .default('info'),
  MEILISEARCH_URL: absent(expected.meilisearch),
  MEILISEARCH_API_KEY: absent(expected.meilisearch),
  FILES_S3_URL: absent(expected.s3),
})

export type Config = {
  port: number
  /** Undefined = every address of the machine. */
  host: string | undefined
  /** Undefined = the embedded database. */
  databaseUrl: string | undefined
  /** Absolute path of the folder for files and, when embedded, the database. */
  dataDir: string
  /** Where visitors find the site, without a slash at the end. */
  publicUrl: string
  smtpUrl: string | undefined
  sessionDays: number
  /** What secrets in the database are sealed with; undefined = the key kept in the data folder. */
  secretKey: string | undefined
  /** Roles that content names must enrol a second factor; else it is only offered. */
  secondFactor: boolean
  /** Another service that people of this instance may sign in by; undefined = none. */
  sso: { issuer: string; clientId: string; clientSecret: string; title: string } | undefined
  demo: boolean
  /** The day demo data counts from; undefined = the day of loading. */
  demoDay: string | undefined
  role: 'all' | 'web' | 'worker'
  logLevel: z.output<typeof Environment>['LOG_LEVEL']
}

/** Reads the settings; the first wrong one is a StartFailure that names it and says what is expected. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]),
  )
  const result = Environment.safeParse(given)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new StartFailure(start.setting(String(issue?.path[0]), issue?.message ?? ''))
  }
  const env = result.data
  const demo = env.DEMO ?? env.DATABASE_URL === undefined
  if (env.DEMO_DAY && !demo) throw new StartFailure(start.setting('DEMO_DAY', expected.demoDay))
  if (env.ROLE !== 'all' && !env.DATABASE_URL) {
    throw new StartFailure(start.setting('ROLE', expected.embeddedRole))
  }
  return {
    ...{ port: env.PORT, host: env.HOST, databaseUrl: env.DATABASE_URL, dataDir: resolve(env.DATA_DIR) },
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    ...{ smtpUrl: env.SMTP_URL, sessionDays: env.SESSION_DAYS, demo, demoDay: env.DEMO_DAY },
    ...{ secretKey: env.SECRET_KEY, secondFactor: env.SECOND_FACTOR ?? !demo },
    ...{ role: env.ROLE, logLevel: env.LOG_LEVEL, sso: ssoOf(env) },
  }
}

/** All of it or nothing; without encryption only a service of this very machine, for trying out. */
function ssoOf(env: z.output<typeof Environment>): Config['sso'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer && !clientId && !clientSecret && !env.OIDC_TITLE) return undefined
  if (!issuer || !clientId || !clientSecret)
    throw new StartFailure(start.setting('OIDC_ISSUER', expected.oidc))
  const { protocol, hostname } = new URL(issuer)
  if (protocol !== 'https:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
    throw new StartFailure(start.setting('OIDC_ISSUER', expected.https))
  return { issuer, clientId, clientSecret, title: env.OIDC_TITLE ?? hostname }
}

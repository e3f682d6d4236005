import { describe, expect, test } from 'vitest'
import { readConfig } from '#app/web/config.ts'
import { StartFailure } from '#db/failure.ts'

const DATABASE_URL = 'postgres://rses:secret@db.example:5432/rses'

test('an empty environment is a demo on the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    ...{
      port: 3000,
      host: undefined,
      databaseUrl: undefined,
      publicUrl: 'http://localhost:3000',
      sessionDays: 30,
    },
    ...{ demo: true, demoDay: undefined, role: 'all', logLevel: 'info' },
  })
  expect(readConfig({}).dataDir).toMatch(/[\\/]var$/)
})

test('an empty value is no value', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', MEILISEARCH_URL: '', DEMO: '' })).toEqual(readConfig({}))
})

test('with a server of the operator nothing is demonstrated unless asked', () => {
  expect(readConfig({ DATABASE_URL }).demo).toBe(false)
  expect(readConfig({ DATABASE_URL, DEMO: '1', DEMO_DAY: '2026-03-01' })).toMatchObject({
    ...{ demo: true, demoDay: '2026-03-01' },
  })
  expect(readConfig({ DEMO: '0' }).demo).toBe(false)
})

test('the second factor is obligatory unless this is a demonstration or the operator says otherwise', () => {
  expect(readConfig({}).secondFactor).toBe(false)
  expect(readConfig({ SECOND_FACTOR: '1' }).secondFactor).toBe(true)
  expect(readConfig({ DATABASE_URL }).secondFactor).toBe(true)
  expect(readConfig({ DATABASE_URL, SECOND_FACTOR: '0' }).secondFactor).toBe(false)
})

test('every setting is read', () => {
  expect(
    readConfig({
      ...{
        DATABASE_URL,
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: '/srv/rses',
        PUBLIC_URL: 'https://site.example/',
      },
      ...{ SMTP_URL: 'smtps://u:p@mail.example', SESSION_DAYS: '7', ROLE: 'worker', LOG_LEVEL: 'debug' },
      ...{ SECRET_KEY: 'k'.repeat(32), SECOND_FACTOR: '0' },
    }),
  ).toEqual({
    ...{ port: 0, host: '127.0.0.1', databaseUrl: DATABASE_URL, dataDir: '/srv/rses' },
    ...{
      publicUrl: 'https://site.example',
      smtpUrl: 'smtps://u:p@mail.example',
      sessionDays: 7,
      demo: false,
    },
    ...{ demoDay: undefined, role: 'worker', logLevel: 'debug' },
    ...{ secretKey: 'k'.repeat(32), secondFactor: false },
  })
})

describe('a wrong value is refused in one line that names the setting', () => {
  const wrong: [string, string][] = [
    ['PORT', 'восемьдесят'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '30.5'],
    ['DATABASE_URL', 'mysql://root:secret@localhost/rses'],
    ['DATABASE_URL', 'localhost:5432'],
    ['PUBLIC_URL', 'site.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['SMTP_URL', 'mail.example:25'],
    ['SESSION_DAYS', '0'],
    ['SESSION_DAYS', '366'],
    ['SESSION_DAYS', 'month'],
    ['SECRET_KEY', 'too short'],
    ['SECOND_FACTOR', 'maybe'],
    ['DEMO', 'yes'],
    ['DEMO_DAY', '2026-02-30'],
    ['DEMO_DAY', '01.03.2026'],
    ['ROLE', 'admin'],
    ['ROLE', 'worker'],
    ['LOG_LEVEL', 'loud'],
    ['MEILISEARCH_URL', 'http://localhost:7700'],
    ['MEILISEARCH_API_KEY', 'key'],
    ['FILES_S3_URL', 's3://bucket'],
  ]
  test.each(wrong)('%s=%s', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(StartFailure)
    expect(read).toThrow(new RegExp(`^Настройка ${name}: [^\\n]*[а-я][^\\n]*$`))
    expect(read).not.toThrow('secret')
  })

  test('DEMO_DAY without demo data', () => {
    expect(() => readConfig({ DATABASE_URL, DEMO_DAY: '2026-03-01' })).toThrow('Настройка DEMO_DAY')
  })
})

/** The signature of what a person takes away as data: what it vouches for, and what it does not. */
import { spawnSync } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { vaultOf } from '#app/domain/accounts/vault.ts'
import { canonicalJson } from '#app/domain/canonical.ts'
import { checkFile } from '#app/domain/experts/statements/checking.server.ts'
import { endSigningKey, signed, signingKeysOf } from '#app/domain/experts/statements/signing.server.ts'
import { verifyProgram } from '#content/verify-program.ts'
import { signingKeys } from '#db/schema/index.ts'
import { press, test } from '#test/support/statements-room.ts'

test('a signed biography is right in any form, and wrong once a sign of it is changed', async ({
  life: { ctx, issue },
  db,
}) => {
  const { code, bytes } = await issue('biography', 'json')
  const [words, check] = [Buffer.from(bytes).toString(), (text: string) => checkFile(ctx, Buffer.from(text))]
  const value = JSON.parse(words) as Record<string, unknown> & { signature: { key: string; value: string } }
  expect(await checkFile(ctx, bytes)).toMatchObject({ exact: true, signature: 'right', code })
  expect(await check(JSON.stringify(value))).toMatchObject({ exact: false, signature: 'right', code })
  const changed = { ...value, person: { number: 1 } }
  expect(await check(JSON.stringify(changed))).toMatchObject({ signature: 'forged', code: null })
  const foreign = { ...value, signature: { ...value.signature, key: '0'.repeat(16) } }
  expect(await check(JSON.stringify(foreign))).toMatchObject({ signature: 'unknown-key' })
  // a reader sees the first of two names, a program the last
  const twice = words.replace('"person": {', '"person": { "number": 1, "family": "Иная" }, "person": {')
  expect(JSON.parse(twice)).toEqual(value)
  expect(await check(twice)).toMatchObject({ signature: 'forged', code: null })
  for (const extra of ['"__proto__": { "family": "Иная" }', '"constructor": 1'])
    expect(await check(`{${extra},${words.slice(1)}`)).toMatchObject({ signature: 'forged' })
  const beside = { ...value, signature: { ...value.signature, name: 'Иная' } }
  expect(await check(JSON.stringify(beside))).toMatchObject({ signature: 'none' })
  expect(await check('{"signature":1}')).toMatchObject({ signature: 'none', code: null })
  expect(await check(`{"a":${'['.repeat(9000)}${']'.repeat(9000)},${words.slice(1)}`)).toMatchObject({
    signature: 'forged',
  })

  // the program of the page of keys says the same without this site
  const folder = await mkdtemp(join(tmpdir(), 'signed-'))
  const [{ id: kid = '', publicKey: x = '' } = {}] = (await signingKeysOf(ctx)).filter(
    ({ id }) => id === value.signature.key,
  )
  const written = {
    'verify.mjs': verifyProgram,
    'keys.json': JSON.stringify({ keys: [{ kid, kty: 'OKP', crv: 'Ed25519', x }] }),
    'right.json': words,
    'wrong.json': JSON.stringify(changed),
  }
  for (const [name, text] of Object.entries(written)) await writeFile(join(folder, name), text)
  const run = (file: string) =>
    spawnSync(process.execPath, ['verify.mjs', file, 'keys.json'], { cwd: folder }).status
  expect([run('right.json'), run('wrong.json')]).toEqual([0, 1])

  // the secret half is sealed: the row alone signs nothing
  const [key] = await db.select().from(signingKeys).where(eq(signingKeys.id, value.signature.key))
  const secret = press.vault.open(key?.sealed ?? '', `signing-key ${key?.id}`)
  const { signature, ...signed } = value
  const again = sign(
    null,
    Buffer.from(canonicalJson(signed)),
    createPrivateKey({ key: secret ?? Buffer.alloc(0), format: 'der', type: 'pkcs8' }),
  )
  expect(again.toString('base64url')).toBe(signature.value)
  expect(
    vaultOf('another key, as long as the first one').open(key?.sealed ?? '', `signing-key ${key?.id}`),
  ).toBeNull()
})

test('a key that was replaced still vouches for what it signed', async ({
  life: { ctx, issue },
  acts,
  given,
}) => {
  const before = await issue('biography', 'json')
  await expect(endSigningKey(ctx)).rejects.toMatchObject({ code: 'forbidden' })
  await endSigningKey(acts(await given.user({ role: 'admin' })))
  const after = await issue('biography', 'json')
  const keyOf = ({ bytes }: { bytes: Uint8Array }) =>
    (JSON.parse(Buffer.from(bytes).toString()) as { signature: { key: string } }).signature.key
  expect(keyOf(after)).not.toBe(keyOf(before))
  for (const one of [before, after])
    expect(await checkFile(ctx, one.bytes)).toMatchObject({ signature: 'right', key: keyOf(one) })
  const keys = await signingKeysOf(ctx)
  expect(keys.filter(({ endedAt }) => endedAt === null).map(({ id }) => id)).toEqual([keyOf(after)])
})

test('who has a key signs nothing that was not given here: another type, no number, a number of another paper', async ({
  life: { ctx, issue },
  acts,
  given,
}) => {
  const { bytes } = await issue('biography', 'json')
  const extract = await issue('extract', 'pdf')
  const { signature: _, ...real } = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>
  const check = async (value: object, how = 0) => {
    const whole = { ...value, signature: await stolen(value) }
    return (await checkFile(ctx, Buffer.from(JSON.stringify(whole, null, how)))).signature
  }
  const stolen = (value: object) => signed(ctx, press.vault, value)
  const key = await stolen(real)
  expect(await check({ ...real, code: 'AAAA-BBBB-CCCC' })).toBe('unrecorded')
  expect(await check({ ...real, code: extract.code })).toBe('unrecorded')
  expect(await check({ ...real, type: 'something-else/1' })).toBe('none')
  // under a key that is out of use only what was given then is right, spaces or not
  const other = { ...real, person: { family: 'Иная' } }
  const forged = { ...other, signature: await stolen(other) }
  await endSigningKey(acts(await given.user({ role: 'admin' })))
  const verdict = async (value: object) =>
    (await checkFile(ctx, Buffer.from(JSON.stringify(value)))).signature
  expect(await verdict({ ...real, signature: key })).toBe('right')
  expect(await verdict(forged)).toBe('unrecorded')
})

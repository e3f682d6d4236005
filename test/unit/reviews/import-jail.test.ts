import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { bundleOf, converterBundle, runJailed } from '#app/domain/reviews/importing/jail.server.ts'
import { birthOf } from '#db/embedded/processes.ts'
import { importLimits, p, wordOf } from '#test/support/word.ts'

const good = wordOf(p('Слово'))

describe('the jail', () => {
  const limits = { seconds: 20, megabytes: 600 }
  const probe = (inner: string) =>
    `module.exports.answer = () => { let said; try { said = String((() => { ${inner} })()) } catch (error) { said = 'no: ' + error.message } return [Buffer.from(said)] }`
  const said = async (inner: string) => {
    const result = await runJailed(probe(inner), new Uint8Array(), {}, limits)
    return result.fault ?? result.output.toString('utf8')
  }

  test('its code asks Node for nothing but zlib and crypto, and holds no network, no file system, no editor', async () => {
    const { inputs, builtins } = await converterBundle()
    expect(builtins.sort()).toEqual(['crypto', 'zlib'])
    const taken = ['saxes', 'xmlchars', 'parse5', 'entities', 'marked', 'uuidv7']
    const packages = inputs
      .filter((input) => input.startsWith('node_modules/'))
      .map((input) => input.split('/')[1])
    expect(packages.filter((name) => !taken.includes(name ?? ''))).toEqual([])
    expect(inputs.filter((input) => /\.server\.ts$|^db\/|^search\/|tiptap|prosemirror/.test(input))).toEqual(
      [],
    )
  })

  test('a child at work does not outlive the process that looks at its clock', async () => {
    const endless = JSON.stringify('module.exports.answer = () => { for (;;); }')
    const script = `import { readFileSync } from 'node:fs'
      import { runJailed } from '#app/domain/reviews/importing/jail.server.ts'
      void runJailed(${endless}, new Uint8Array(), {}, { seconds: 600, megabytes: 600 })
      setTimeout(() => {
        process.stdout.write(readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8'))
        process.exit(0)
      }, 500)`
    const said = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      {
        encoding: 'utf8',
      },
    )
    const child = Number(said.trim().split(' ').at(-1))
    expect(child).toBeGreaterThan(1)
    await expect.poll(() => birthOf(child), { timeout: 5000 }).toBeNull()
  })

  test('it reads no file, opens no connection, starts no process, makes no code', async () => {
    expect(await said("return require('node:fs').readFileSync('/etc/hostname')")).toMatch(
      /^no: not permitted/,
    )
    expect(await said("return require('net').connect(1)")).toMatch(/^no: not permitted/)
    expect(
      await said(
        'return typeof fetch + typeof WebSocket + typeof process.binding + typeof process.getBuiltinModule',
      ),
    ).toBe('undefinedundefinedundefinedundefined')
    expect(
      await said(
        "return process.permission.has('fs.read', '/etc/hostname') || process.permission.has('fs.write') || process.permission.has('child')",
      ),
    ).toBe('false')
    expect(await said("return Function('return 1')()")).toMatch(/^no: /)
    expect(await said('return Object.keys(process.env).sort().join()')).toBe('LANG,NODE_ENV,TZ')
    const imports = await runJailed(
      "module.exports.answer = () => { import('node:fs').then((fs) => process.stdout.write(fs.readFileSync('/etc/hostname')), () => process.stdout.write('no')); return [] }",
      new Uint8Array(),
      {},
      limits,
    )
    expect(imports.fault ?? imports.output.toString()).toBe('no')
  })

  test('it is killed when it takes too long or too much', async () => {
    const run = (inner: string, seconds: number) =>
      runJailed(
        `module.exports.answer = () => { ${inner} }`,
        new Uint8Array(),
        {},
        { seconds, megabytes: 160 },
      )
    expect((await run('for (;;) {}', 1)).fault).toBe('import-too-long')
    expect((await run('const a = []; for (;;) a.push(new Array(1000).fill({}))', 30)).fault).toBe(
      'import-memory',
    )
    expect((await run('const a = []; for (;;) a.push(Buffer.alloc(5e6, 1))', 30)).fault).toBe('import-memory')
    expect((await run("throw new Error('x')", 20)).fault).toBe('import-failed')
  })

  test('a file goes through it as it goes through the code itself', async () => {
    const { code } = await converterBundle()
    const result = await runJailed(
      code,
      good,
      { name: 'a.docx', changes: null, limits: importLimits },
      limits,
    )
    expect(result.fault).toBeUndefined()
    expect(JSON.parse('output' in result ? result.output.toString('utf8') : '{}')).toMatchObject({
      ok: true,
      imported: { format: 'docx', losses: [] },
    })
    expect((await bundleOf('content/addresses.ts')).builtins).toEqual([])
  })
})

test('the command prints one object, and exit 2 for what is not taken', () => {
  const run = (...args: string[]) => {
    try {
      return [
        0,
        JSON.parse(
          execFileSync('npx', ['tsx', 'app/web/commands/drafts-import.ts', ...args], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          }),
        ),
      ]
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string }
      return [status, JSON.parse(stdout)]
    }
  }
  expect(run('README.md', '--json')).toMatchObject([0, { ok: true }])
  expect(run('package.json', '--json')).toMatchObject([2, { ok: false, code: 'import-type' }])
})

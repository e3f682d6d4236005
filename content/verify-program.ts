/** A program for whoever checks a signed file without this site: Node.js and nothing else. Shown on the page of keys. */
export const verifyProgram = `// node verify.mjs file.json keys.json
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, { keys }] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')))

function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']'
  const fields = Object.keys(value).sort().map((name) => JSON.stringify(name) + ':' + canonical(value[name]))
  return '{' + fields.join(',') + '}'
}

const { signature, ...signed } = file
const key = keys.find(({ kid }) => kid === signature.key)
const right =
  key &&
  verify(
    null,
    Buffer.from(canonical(signed)),
    createPublicKey({ key, format: 'jwk' }),
    Buffer.from(signature.value, 'base64url'),
  )
// read this and not the file: of two fields of one name people see the first, programs the last
console.log(JSON.stringify(signed, null, 2))
console.log(right ? 'signature: right' : 'signature: WRONG')
process.exitCode = right ? 0 : 1
`

/** `npm run --silent anchors:resolve -- OLD.md NEW.md ANCHORS.json`: where passages of one text stand in another. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { resolveTexts } from '#app/domain/reviews/anchors/plain-texts.ts'

const Anchors = z.array(z.object({ id: z.union([z.string(), z.number()]), from: z.number(), to: z.number() }))
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const files = process.argv.slice(2)
if (files.length !== 3) refuse('usage: npm run --silent anchors:resolve -- OLD.md NEW.md ANCHORS.json')
const [oldText = '', newText = '', list = ''] = files.map(read)
const anchors = Anchors.safeParse(json(list))
if (!anchors.success) refuse(`${files[2]}: ${z.prettifyError(anchors.error)}`)
const result = resolveTexts(oldText, newText, anchors.data)
if ('fault' in result) refuse(`anchor ${result.id}: ${result.fault}`)
console.log(JSON.stringify(result))

function read(file: string): string {
  try {
    return decoder.decode(readFileSync(file))
  } catch (error) {
    return refuse(`${file}: ${error instanceof Error ? error.message : error}`)
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return refuse(`${files[2]}: ${error instanceof Error ? error.message : error}`)
  }
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

/**
 * The package of a DOCX, judged before a word of it is converted: macros, links to other files, what is not a document.
 */
import { Refusal } from './refusal.ts'
import { type El, elements, parseXml } from './xml.ts'
import type { Zip } from './zip.ts'

export interface Relation {
  type: string
  target: string
  external: boolean
}

const document = /wordprocessingml\.(document|template)\.main\+xml$/
const macros = /macroEnabled|vbaProject|vbaData/i
const macroNames = /(^|\/)(vbaProject(Signature)?[^/]*\.bin|vbaData\.xml)$/i
// Relations that bring other content into the text, from elsewhere or as a file within the file.
const bringers = /\/(aFChunk|subDocument|attachedTemplate)$/

export class Package {
  readonly main: string
  readonly #relations = new Map<string, Map<string, Relation>>()

  constructor(readonly zip: Zip) {
    this.#judgeTypes()
    for (const name of zip.names) if (/\.rels$/i.test(name)) this.#readRelations(name)
    this.main = this.#mainPart()
  }

  /** The relations of a part, by id. */
  relations(part: string): ReadonlyMap<string, Relation> {
    return this.#relations.get(relationsOf(part).toLowerCase()) ?? new Map()
  }

  /** The part that another one is related to by this kind of relation; undefined when there is none. */
  related(part: string, kind: string): string[] {
    return [...this.relations(part).values()]
      .filter(({ type, external }) => !external && type.endsWith(`/${kind}`))
      .map(({ target }) => target)
      .filter((target) => this.zip.find(target) !== undefined)
  }

  /** The root of a related part. */
  xml(part: string, kind: string): El | undefined {
    const [name] = this.related(part, kind)
    const bytes = name === undefined ? undefined : this.zip.read(name)
    return bytes && parseXml(bytes)
  }

  #judgeTypes(): void {
    const types = this.zip.read('[Content_Types].xml')
    if (!types) throw new Refusal('import-broken')
    const named = elements(parseXml(types)).map(({ attrs }) => attrs.ContentType ?? '')
    const active =
      named.some((type) => macros.test(type)) || this.zip.names.some((name) => macroNames.test(name))
    if (active) throw new Refusal('import-macros')
    const other = named.some((type) => /(spreadsheetml|presentationml)\./.test(type))
    if (!named.some((type) => document.test(type))) throw new Refusal(other ? 'import-type' : 'import-broken')
  }

  #readRelations(name: string): void {
    const root = parseXml(this.zip.read(name) ?? new Uint8Array())
    const folder = name.replace(/(^|\/)_rels\/[^/]*$/i, '')
    const relations = new Map<string, Relation>()
    for (const { attrs } of elements(root)) {
      const external = attrs.TargetMode === 'External'
      const [type, target] = [attrs.Type ?? '', attrs.Target ?? '']
      if ((external && !type.endsWith('/hyperlink')) || bringers.test(type))
        throw new Refusal('import-external', { part: partName(type) })
      relations.set(attrs.Id ?? '', { type, target: external ? target : resolved(folder, target), external })
    }
    this.#relations.set(name.toLowerCase(), relations)
  }

  #mainPart(): string {
    const main = this.related('', 'officeDocument')[0]
    if (main === undefined) throw new Refusal('import-broken')
    return main
  }
}

function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = folder === '' ? [] : folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** The kind of a relation in words that a person knows: the end of its type. */
function partName(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1).slice(0, 40)
}

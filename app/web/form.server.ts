/**
 * The fields of a form as they were sent, once they are known to be a form of ours.
 *
 * Names become paths of nested values (`stages[2].title`): an index of millions makes an array of millions, and
 * thousands of fields of one name are copied again for each. No page has such names, so none is read.
 */
import { data } from '@remix-run/node'

/** A sheet, a paper of 200 rows, the remarks that a version answers: none has more. */
const FIELDS = 5000
const NAME = 200
const DEPTH = 8
const INDEX = 1000
// What the library of forms sends to itself; our forms are without it.
const reserved = ['__intent__', '__state__']

/** The form; a 400 when it is none. Signs that PostgreSQL cannot hold are left out. */
export async function formOf(request: Request): Promise<FormData> {
  const sent = await request.formData().catch(() => {
    throw data({ code: 'invalid' }, { status: 400 })
  })
  const form = new FormData()
  let count = 0
  for (const [name, value] of sent) {
    count += 1
    if (count > FIELDS || !isName(name)) throw data({ code: 'invalid' }, { status: 400 })
    if (reserved.includes(name)) continue
    if (typeof value === 'string') form.append(name, value.replaceAll('\0', ''))
    else form.append(name, value, value.name)
  }
  return form
}

function isName(name: string): boolean {
  if (name.length > NAME || name.includes('\0')) return false
  const parts = name.split(/[.[]/)
  return (
    parts.length <= DEPTH && parts.every((part) => !/^\d+\]$/.test(part) || Number.parseInt(part, 10) < INDEX)
  )
}

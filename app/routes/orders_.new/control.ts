import type { FieldMetadata } from '@conform-to/react'

type Typed = FieldMetadata<string | undefined, Record<string, unknown>, string[]>

/** What a control needs of a conform field: its own name, id, typed value and errors. */
export function controlOf({
  id,
  name,
  initialValue,
  errors,
}: Pick<Typed, 'id' | 'name' | 'initialValue' | 'errors'>) {
  return { id, name, defaultValue: initialValue, error: errors }
}

/**
 * What people type into forms, as every room reads it. Messages are codes: keys of messages.problems.
 *
 * Pieces of schemas only; a form itself stands in `forms.ts` of its room.
 */
import { z } from 'zod'

/** Words that must be there, without the space around them. */
export const words = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'too-long')

/** Words that may be left out: nothing typed is an empty string. */
export const maybe = (most: number) => z.string('invalid').trim().max(most, 'too-long').default('')

/** A year of another age is a slip of the keyboard; the calendar of PostgreSQL ends before and after ours, too. */
export const day = z.iso.date('day').refine((value) => value >= '1900-01-01' && value < '2200-01-01', 'day')

const carriedFields = z.registry<object>()

/** A field that holds no words of a person: the code of a choice, a day, what the page itself put there. */
export function carried<S extends z.ZodType>(schema: S): S {
  carriedFields.add(schema, {})
  return schema
}

/** Whether this very schema was marked so. */
export const isCarried = (schema: z.core.$ZodType): boolean => carriedFields.has(schema)

/** A file that must be chosen, and not be empty; what it is, the command finds in its bytes. */
export const chosenFile = z
  .instanceof(File, { error: 'required' })
  .refine((file) => file.size > 0, 'file-empty')

/** An id as it stands in an address or behind a choice. */
export const uuid = z.guid('invalid')

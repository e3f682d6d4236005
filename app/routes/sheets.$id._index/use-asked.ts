import { type RefObject, useEffect, useState } from 'react'
import { typedAnswers } from '#app/domain/panels/sheets/sheet-form.ts'
import { shownIn } from '#app/domain/questionnaires/conditions.ts'
import type { Form } from '#app/domain/questionnaires/forms.ts'

/**
 * Which questions of a sheet are asked with what stands in the form. Without scripts those that an answer would bring up
 * stay in sight once the page is loaded anew.
 */
export function useAsked(
  element: RefObject<HTMLFormElement>,
  form: Form,
  typed: Record<string, string | undefined>,
): Set<string> {
  const [said, say] = useState<{ get(name: string): unknown }>({ get: (name) => typed[name] })
  useEffect(() => {
    const node = element.current
    if (!node || form.questions.every(({ when }) => !when?.length)) return
    const look = () => say(new FormData(node))
    look()
    node.addEventListener('input', look)
    return () => node.removeEventListener('input', look)
  }, [element, form])
  return shownIn(form, new Map(typedAnswers(form, said).map(({ question, value }) => [question, value])))
}

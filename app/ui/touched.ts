/**
 * Whether something in the form is not as the page brought it: typed before its program came to life, or put back by the
 * browser. Events of that time are lost, so whoever saves while one types asks once at the beginning.
 */
export function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((one) => {
    if (one instanceof HTMLTextAreaElement) return one.value !== one.defaultValue
    if (!(one instanceof HTMLInputElement) || one.type === 'hidden' || one.type === 'file') return false
    if (one.type === 'checkbox' || one.type === 'radio') return one.checked !== one.defaultChecked
    return one.value !== one.defaultValue
  })
}

/** Hands a text to the browser as a file to save. */
export function saveText(page: Document, fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }))
  const link = page.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser reads the address only after this call, so it is revoked later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

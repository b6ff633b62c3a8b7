// Loaded by the server before Next.js. When a page is made, Next.js writes all of it as JSON only to see how long that is, and
// Node writes bytes there as a list of numbers, each in digits: a tenth of the work of a page (decision 40). Many bytes are told
// by their number; few, which somebody might want to read again, as ever.

const MANY = 16 * 1024

const asNumbers = Buffer.prototype.toJSON

/** @this {Buffer} */
function shortly() {
  return this.length < MANY ? asNumbers.call(this) : { type: 'Buffer', data: [], length: this.length }
}

Buffer.prototype.toJSON = /** @type {typeof asNumbers} */ (shortly)

/** Rows on standard input, as JSON -> CSV on standard output. */

import { readFileSync } from 'node:fs';

import { writeCsv } from '../../overrides/assets/log/csv.js';

process.stdout.write(writeCsv(JSON.parse(readFileSync(0, 'utf-8'))));

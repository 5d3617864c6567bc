import assert from 'node:assert/strict';
import { test } from 'node:test';

import { newId } from '../../overrides/assets/store/id.js';

test('ids are UUIDs of version 4, each a new one', () => {
  const ids = Array.from({ length: 100 }, newId);
  for (const id of ids) assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  assert.equal(new Set(ids).size, ids.length);
});

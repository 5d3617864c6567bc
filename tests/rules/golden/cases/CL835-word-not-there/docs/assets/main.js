import { t } from './words.js';

t('saved');
t('svaed');

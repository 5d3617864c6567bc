const where = "https://data.example/";
fetch(where);
new Worker("//scripts.example/worker.js");
a.href = "https://quiet.example";

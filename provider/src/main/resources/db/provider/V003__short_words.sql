-- Most words are long ones, many in one, such as whole ids. Serves SearchStore.beginning.
create index word_short on provider.word (world_id, word) include (named, provider) where length(word) <= 20;

<?php

$lang['server'] = 'Adresse du serveur Parvis, par exemple https://participer.ville.example';
